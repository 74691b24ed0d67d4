/** True in builds for the desk: a host on this machine counts as Zendesk there, and nowhere else. */
declare const __SIGNOFF_DESK__: boolean;

/** The hosts that the package lets requests go to: `domainWhitelist` of its manifest. */
declare const __SIGNOFF_HOSTS__: readonly string[];
