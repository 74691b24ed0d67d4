/** Whether a text is the name of a host on the internet, and nothing else: no scheme, no path, no port, no space. */
export function isHostName(text: string): boolean {
  return text.length <= 253 && hostForm.test(text);
}

const hostForm =
  /^(?=.*[a-z])(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;
