sessionStorage.clientSecret = config.clientSecret;
//@1 sensitiveInSessionStorage
sessionStorage['user-password'] = input.value;
//@1 sensitiveInSessionStorage
