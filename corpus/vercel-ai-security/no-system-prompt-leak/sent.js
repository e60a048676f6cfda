module.exports = (app, agent) => {
  app.get('/agent', (req, res) => {
    res.status(200).send({ id: agent.id, text: agent[agentPrompt] });
//                                       ^^^^^^^^^^^^^^^^^^^^^^^^ systemPromptLeak
  });
};
