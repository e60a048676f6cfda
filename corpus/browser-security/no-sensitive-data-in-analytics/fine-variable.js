const data = { email: user.email };
analytics.track('Signed up', data);
