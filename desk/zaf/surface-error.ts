/** What a path or a method of the app framework answers when it cannot. */
export class SurfaceError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'APIError';
  }
}
