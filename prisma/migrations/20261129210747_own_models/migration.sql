-- CreateIndex
CREATE INDEX "Generation_userId_gatewayId_model_id_idx" ON "Generation"("userId", "gatewayId", "model", "id");
