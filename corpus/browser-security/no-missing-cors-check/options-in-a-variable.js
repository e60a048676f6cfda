const options = { credentials: true, origin: '*' };
app.use(cors(options));
//           ^^^^^^^ missingCorsCheck
