const agent = new ProxyAgent("http://user:pass@proxy.internal:3128");
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
export default agent;
