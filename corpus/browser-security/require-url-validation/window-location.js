const next = new URLSearchParams(location.search).get('next');
window.location = next;
//@1 violationDetected
