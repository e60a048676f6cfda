module.exports = (response) => response.cookie('seen').sendStatus(204);
//                             ^^^^^^^^^^^^^^^^^^^^^^^ insecureCookie
