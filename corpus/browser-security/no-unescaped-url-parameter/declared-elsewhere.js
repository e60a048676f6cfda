function go() {
  const place = decode(params.next);
  const target = place;
  location.href = target;
//                ^^^^^^ unescapedUrlParameter
}

go();
