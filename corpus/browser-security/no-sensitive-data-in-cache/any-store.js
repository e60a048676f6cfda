keychain.store('ssn', person.ssn);
//@1 violationDetected
rules.set(/token/, 'hide');
//@1 violationDetected
