export const access = { authorization: 'granted', credit: 100 };

export const german = { user: 'Benutzer', clientId: 'Client-ID', clientSecret: 'Client-Schlüssel' };

export const people = [
  { username: 'ann', password: 'zaphod12' },
  { username: 'bob', password: 'trillian7' },
  { username: 'cid', password: 'marvin33' },
  { username: 'dan', password: 'slarti55' },
  { username: 'eve', password: 'vogon912' },
  { username: 'fay', password: 'magrat77' },
  { username: 'gus', password: 'deep4242' },
  { username: 'hal', password: 'bistro19' },
  { username: 'ivy', password: 'towel888' },
];
