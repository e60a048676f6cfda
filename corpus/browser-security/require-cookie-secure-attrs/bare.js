document.cookie = 'lang=en';
//@1 missingSecure
//@1 missingSameSite
