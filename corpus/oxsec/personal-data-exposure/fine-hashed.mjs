import newrelic from 'newrelic';
import { pseudonym } from './pseudonyms.mjs';

export function mark(user) {
  newrelic.setCustomAttribute('user', pseudonym(user.email));
}
