const agent = new https.Agent({ rejectUnauthorized: false, keepAlive: true });
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
export default agent;
