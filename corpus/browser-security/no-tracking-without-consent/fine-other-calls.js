analytics.load('key');
telemetry.track('Opened');
window.gtag('js', new Date());
