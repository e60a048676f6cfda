const command = 'git clone https://bot:token@git.example.com/app.git';
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
run(command);
