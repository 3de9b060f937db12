import { Global, Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import mongoose, { type Connection } from 'mongoose';
import { ClockGuard } from '../clock/clock-guard.js';
import { CONFIG, type Config } from '../config/config.js';
import { dueModel } from '../jobs/due.schema.js';
import { failedDeliveryModel } from '../jobs/failed-delivery.schema.js';
import { Timetable } from '../jobs/timetable.js';
import { Journal } from '../journal/journal.js';
import { journalModels } from '../journal/journal.schema.js';
import { processName } from '../process/process-name.js';
import { UnitOfWork } from './unit-of-work.js';

mongoose.set('transactionAsyncLocalStorage', true);
mongoose.set('strictQuery', 'throw');

/** The one connection, and what every domain writes through: units of work, the journal and the timetable. */
@Global()
@Module({
  imports: [
    MongooseModule.forRootAsync({
      inject: [CONFIG],
      useFactory: (config: Config) => ({
        uri: config.MONGODB_URI,
        // Whoever finds what this process left behind can tell whether it lives.
        appName: processName(),
        autoIndex: false,
        autoCreate: false,
        bufferCommands: false,
        maxPoolSize: 32,
        serverSelectionTimeoutMS: 5000,
        connectionFactory: (connection: Connection) => {
          // Without a listener a lost server ends the process; operations report the loss themselves.
          connection.on('error', () => undefined);
          return connection;
        },
      }),
    }),
    MongooseModule.forFeature([...journalModels, dueModel, failedDeliveryModel]),
  ],
  providers: [UnitOfWork, Journal, Timetable, ClockGuard],
  exports: [MongooseModule, UnitOfWork, Journal, Timetable, ClockGuard],
})
export class MongoModule {}
