export const handler = async (event) => {
  if (event.rawPath === '/debug/vars') return dump();
  //                    ^^^^^^^^^^^^^ violationDetected
  if ('/Admin' == event.path) return admin(event);
  //  ^^^^^^^^ violationDetected
  return answer(event);
};
