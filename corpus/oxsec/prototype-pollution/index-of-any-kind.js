function put(list, index, value) {
  list[index] = value;
//^^^^^^^^^^^^^^^^^^^ prototypePollution
}

exports.enter = (rooms, room, person) => {
  put(rooms[room], rooms[room].length, person);
};

exports.replace = (rooms, room, index, person) => {
  put(rooms[room], index, person);
};

exports.lastly = (rooms, room, index, person) => {
  const people = rooms[room];
  for (let at = 0; at < people.length; at++) people[index] = person;
//                                           ^^^^^^^^^^^^^^^^^^^^^^ prototypePollution
};
