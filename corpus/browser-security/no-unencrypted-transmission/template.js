const url = `${name}: ftp://${host}/files`;
//                 ^^^^^^^^^^^ unencryptedTransmission
upload(url);
