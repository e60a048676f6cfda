import xpath from 'xpath';

export function login(doc, req) {
  const user = xpath.select1(
    `//user[@name='${req.body.name}' and @password='${req.body.password}']`,
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafeXpathConcatenation
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dangerousXpathExpression
    doc,
  );
  if (!user) {
    throw new Error('wrong name or password');
  }
  return user.getAttribute('id');
}
