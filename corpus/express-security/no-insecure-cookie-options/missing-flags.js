export function remember(res, token) {
  res.cookie('token', token, { httpOnly: true, maxAge: 86_400_000 });
  //                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ insecureCookie
  res.cookie('theme', 'dark', { secure: true, sameSite: 'lax' });
  //                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ insecureCookie
}
