document.cookie = `mode=secure; note=samesite`;
//@1 missingSecure
//@1 missingSameSite
