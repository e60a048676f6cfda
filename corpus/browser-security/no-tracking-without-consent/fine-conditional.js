const sent = consent.given ? analytics.track('Opened') : null;
console.log(sent);
