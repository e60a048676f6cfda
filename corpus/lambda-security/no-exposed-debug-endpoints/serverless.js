module.exports = {
  functions: {
    tools: {
      handler: 'tools.handler',
      events: [{ httpApi: { method: 'get', path: '/internal/admin/users' } }],
      //                                         ^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
    },
    state: { handler: 'state.handler', events: [{ http: { path: '/health', method: 'get' } }] },
    //                                                          ^^^^^^^^^ violationDetected
  },
};
