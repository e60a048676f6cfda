const fs = require('fs');

class Records {
  constructor(folder) {
    this.folder = folder;
  }

  save(patient, done) {
    fs.writeFile(`${this.folder}/${patient.id}.json`, JSON.stringify(patient), (error) => {
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
      if (error) return done(error);
      done(null, patient.id);
    });
  }
}

module.exports = Records;
