function find(input) {
  return fetch('https://api.example.com/find?q=' + input);
//                                                 ^^^^^ unescapedUrlParameter
}

find('a&b');
