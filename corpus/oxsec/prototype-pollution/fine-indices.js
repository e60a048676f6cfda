function remove(list, index) {
  for (let at = index, next = at + 1; next < list.length; at += 1, next += 1) {
    list[at] = list[next];
  }
  list.pop();
}

function swap(list, one, other) {
  const kept = list[one];
  list[one] = list[other];
  list[other] = kept;
}

exports.leave = (rooms, room, index) => {
  remove(rooms[room], index);
};

exports.enter = (rooms, room, person) => {
  const people = rooms[room];
  people[people.length] = person;
  let at = people.length - 1;
  while (at > 0 && people[at].name < people[at - 1].name) {
    swap(people, at, at - 1);
    at--;
  }
};

exports.counted = (counts, text, kind) => {
  const of = counts[kind];
  of[text.charCodeAt(0)] = 1;
};
