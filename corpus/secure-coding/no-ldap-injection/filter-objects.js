import { EqualityFilter, AndFilter } from 'ldapjs';

export function personFilter(uid, mail) {
  return new AndFilter({
    filters: [
      new EqualityFilter({ attribute: 'uid', value: uid }),
      new EqualityFilter({ attribute: 'mail', value: mail }),
    ],
  });
}

export const search = (client, uid, mail) => client.search('ou=people', { filter: personFilter(uid, mail) });
