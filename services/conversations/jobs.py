"""What conversations do unasked: the prompts of a deleted conversation are deleted one by one."""

from uuid import UUID

from services.conversations.application import DELETE_PROMPTS, Conversations
from shared.jobs.handlers import Jobs, job
from shared.log.units import Job


class ConversationsJobs(Jobs):
    """Carried out by the worker."""

    def __init__(self, conversations: Conversations) -> None:
        """Take the application."""
        self._conversations = conversations

    @job(DELETE_PROMPTS)
    async def delete_prompts(self, job: Job) -> None:
        """Delete the prompts of a deleted conversation."""
        await self._conversations.delete_prompts(UUID(job.payload["conversation_id"]))
