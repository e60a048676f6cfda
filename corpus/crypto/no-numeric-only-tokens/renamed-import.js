import random from 'crypto-random-string';

export function invite(team) {
  return { team: team.id, code: random({ type: 'numeric', length: 40 }) };
  //                                           ^^^^^^^^^ numericOnlyToken
}
