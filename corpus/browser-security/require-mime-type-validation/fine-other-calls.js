upload({ file, type: 'image/png' });
storage.upload(file);
faker.helpers.array(3);
