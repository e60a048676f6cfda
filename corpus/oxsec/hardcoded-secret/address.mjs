import mongoose from 'mongoose';

await mongoose.connect('mongodb+srv://shop:kL29vQz1@cluster0.example.net/shop');
//                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hardcodedCredential
