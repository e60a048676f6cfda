export function login(res, session) {
  res.cookie('session', session.id, { httpOnly: true, secure: true, sameSite: 'strict' });
  res.redirect('/');
}

export const current = () => localStorage.getItem('theme');
