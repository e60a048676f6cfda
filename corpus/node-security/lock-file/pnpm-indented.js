// options: {"packageManager": "pnpm"}
    if (process.argv.length > 2) {
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
      console.log(process.argv.slice(2).join(' '));
    } else {
      console.error('nothing to say');
    }
