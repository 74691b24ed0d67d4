// The SDK from npm, unchanged, in the place where Signoff has it. Tests call its client through the page's window.
import ZAFClient from 'zendesk_app_framework_sdk';

Object.assign(window, { client: ZAFClient.init() });
