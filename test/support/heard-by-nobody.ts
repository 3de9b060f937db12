/** Events that no consumer hears yet, each with the reason why it is announced all the same. */
export const HEARD_BY_NOBODY: Readonly<Record<string, string>> = {};
