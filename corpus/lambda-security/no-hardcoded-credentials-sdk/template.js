import { DynamoDBClient } from '@aws-sdk/client-dynamodb';

export const db = (suffix) =>
  new DynamoDBClient({ credentials: { accessKeyId: `AKIA${suffix}`, awsSecretAccessKey: `x` } });
  //                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hardcodedCredentials
  //                                                                ^^^^^^^^^^^^^^^^^^^^^^^ hardcodedCredentials
