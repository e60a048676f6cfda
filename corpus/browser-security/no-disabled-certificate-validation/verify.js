const client = connect(host, { tls: { verify: false } });
//                                    ^^^^^^^^^^^^^ violationDetected
client.ping();
