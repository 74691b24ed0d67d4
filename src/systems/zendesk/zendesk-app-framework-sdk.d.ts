declare module 'zendesk_app_framework_sdk' {
  const sdk: NonNullable<Window['ZAFClient']>;
  export default sdk;
}
