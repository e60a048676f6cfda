// options: {"requireHttpOnly": false, "requireSameSite": false}
export const theme = (res) => res.cookie('theme', 'dark', { path: '/' });
//                                                        ^^^^^^^^^^^^^ insecureCookie
export const fine = (res) => res.cookie('theme', 'dark', { secure: true });
