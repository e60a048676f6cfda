response.send(`<html lang="en">${body}</html>`);
//@1 violationDetected
