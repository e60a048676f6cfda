app.use(cors());
app.use(cors(options));
