const database = 'postgres://app:s3cret@db.internal/app';
connect(database);
