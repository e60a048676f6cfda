document.cookie = 'visited=1;samesite=lax';
//@1 missingSecure
