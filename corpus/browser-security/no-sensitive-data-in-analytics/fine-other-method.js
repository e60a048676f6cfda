analytics.identify(user.id, { email: user.email });
mixpanel.track('Signed up', { email: user.email });
