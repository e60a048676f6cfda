const flags = (res, id) => res.cookie('id', id, { httpOnly: true, secure: true, sameSite: 'None' });
//                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ insecureCookie
const computed = (res, id, site) => res.cookie('id', id, { httpOnly: true, secure: true, sameSite: site });
//                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ insecureCookie

module.exports = { computed, flags };
