/** True in builds for the desk: a host on this machine counts as Zendesk there, and nowhere else. */
declare const __SIGNOFF_DESK__: boolean;
