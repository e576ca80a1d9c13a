-- AlterTable
ALTER TABLE "Attempt" ADD COLUMN     "errorField" TEXT;

-- CreateTable
CREATE TABLE "Pause" (
    "userId" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Pause_pkey" PRIMARY KEY ("userId","subject")
);

-- AddForeignKey
ALTER TABLE "Pause" ADD CONSTRAINT "Pause_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
